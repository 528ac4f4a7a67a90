using System.Globalization;
using EdgeGateway.Protocol.Model.Sensors;
using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.Generic;

/// <summary>One named value of a rule; exactly one of number, text and flag says how it is read.</summary>
public sealed record MapValue
{
    public required string Name { get; init; }

    public required MapPath Path { get; init; }

    public MapNumber? Number { get; init; }

    public MapText? Text { get; init; }

    public MapFlag? Flag { get; init; }

    /// <param name="scope">Where to look.</param>
    /// <param name="why">Why there is none.</param>
    internal SensorValue? Of(in MapScope scope, out string? why)
    {
        why = null;
        if (Path.First(scope) is not { } found)
        {
            why = MapReasons.ValueMissing;
            return null;
        }

        if (Number is { } number)
        {
            return number.Of(found, out why) is { } value ? new SensorValue(Name, Number: value, Unit: number.Unit) : null;
        }

        var told = Flag is { } flag
            ? flag.Of(found) is { } yes ? new SensorValue(Name, Flag: yes) : null
            : Text!.Passing(found) is { } text ? new SensorValue(Name, Text: text) : null;
        why = told is not null ? null : Flag is null ? MapReasons.TextRefused : MapReasons.ValueOfOtherSort;
        return told;
    }
}

/// <summary>How a number is read.</summary>
/// <param name="Unit">After the conversion; null for none.</param>
/// <param name="Factor">By what it is multiplied.</param>
/// <param name="Offset">What is then added.</param>
/// <param name="Least">After the conversion; what is below is left out.</param>
/// <param name="Most">The same above.</param>
/// <param name="IsLenient">Whether a text that is a number counts as one.</param>
public sealed record MapNumber(string? Unit, double Factor, double Offset, double Least, double Most, bool IsLenient)
{
    /// <summary>A device knows fewer; without it 20.5 becomes 20.500000000000004.</summary>
    private const string Digits = "G12";

    /// <returns>Finite; null when it is none or outside its range.</returns>
    internal double? Of(BodyNode found, out string? why)
    {
        why = null;
        bool isNumber = found.Sort == BodySort.Number || (IsLenient && found.Sort == BodySort.Text);
        if (!isNumber || !double.TryParse(found.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double raw) || !double.IsFinite(raw))
        {
            why = MapReasons.ValueOfOtherSort;
            return null;
        }

        bool isConverted = Factor != 1 || Offset != 0;
        double value = isConverted ? double.Parse(((raw * Factor) + Offset).ToString(Digits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : raw;
        if (double.IsFinite(value) && value >= Least && value <= Most)
        {
            return value;
        }

        why = MapReasons.ValueOutOfRange;
        return null;
    }
}
