using System.Globalization;
using System.Text;
using EdgeGateway.Protocol.Model.Sensors;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>From the answer for one object to a named value.</summary>
internal static class CustomValue
{
    private const int LongestNumber = 32;

    /// <summary>Mobile numbers, identity numbers and cards written as text are larger: none of them passes for a measured value.</summary>
    private const double Bound = 1e9;

    /// <returns>Null when the answer is no value of that kind; never infinite, never no number.</returns>
    public static SensorValue? Read(CustomObject about, SnmpValue value)
    {
        if (about.Kind == CustomKind.State)
        {
            return value.Whole is { } number ? new SensorValue(about.Name, Text: about.States.GetValueOrDefault(number) ?? FormattableString.Invariant($"{number}")) : null;
        }

        return Number(value) * about.Scale is { } scaled && double.IsFinite(scaled) ? GenericSnmpMapping.Number(about.Name, scaled, about.Unit) : null;
    }

    /// <summary>UPS cards and weather stations write numbers as text; a unit behind it is not taken for one.</summary>
    private static double? Number(SnmpValue value)
    {
        if (value.Tag == BerTag.Integer)
        {
            return value.Whole;
        }

        if (value.Octets is { Length: > 0 and <= LongestNumber } octets)
        {
            return double.TryParse(Encoding.ASCII.GetString(octets.Span).Trim(' ', '\0'), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && Math.Abs(number) <= Bound ? number : null;
        }

        return value.Count ?? value.Float;
    }

    /// <summary>Whether a value is an alarm, and which.</summary>
    public static SensorAlarm? Alarm(string scope, CustomObject about, SensorValue value)
    {
        string? what = value switch
        {
            { Number: { } number } when number < about.Low => "low",
            { Number: { } number } when number > about.High => "high",
            { Text: { } text } when about.AlarmStates.Contains(text) => text,
            _ => null,
        };
        return what is null ? null : new SensorAlarm(scope, $"{about.Name}-{what}", about.Severity, about.Name, value.Number, value.Unit);
    }
}
