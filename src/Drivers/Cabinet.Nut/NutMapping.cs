using EdgeGateway.Protocol.Model.Cabinet;
using EdgeGateway.Protocol.Nut;

namespace EdgeGateway.Drivers.Cabinet.Nut;

/// <summary>From the variables of a UPS (Network UPS Tools, "NUT command and variable naming scheme") to the words of the model.</summary>
internal static class NutMapping
{
    public const string DriverName = "ups-nut";

    public static UpsState State(string name, NutVariables variables)
    {
        string? text = variables.Text("ups.status");
        var status = text is null ? null : new NutStatus(text);
        return new UpsState(
            name,
            text,
            status?.OnBattery,
            status?.LowBattery,
            Within(variables.Number("battery.charge"), 0, 100),
            Within(variables.Number("battery.runtime"), 0, double.MaxValue),
            variables.Number("input.voltage"),
            variables.Number("output.voltage"),
            Within(variables.Number("ups.load"), 0, 1000),
            variables.Number("ups.temperature"),
            status?.ReplaceBattery);
    }

    /// <summary>One without mains is enough to know that they are gone; all must have them to know that they are there.</summary>
    public static CabinetStateBody State(IReadOnlyList<UpsState> supplies) => new()
    {
        MainsPresent = supplies.Any(one => one.OnBattery == true) ? false : supplies.Count > 0 && supplies.All(one => one.OnBattery == false) ? true : null,
        Supplies = supplies,
    };

    private static double? Within(double? value, double least, double most) => value >= least && value <= most ? value : null;
}
