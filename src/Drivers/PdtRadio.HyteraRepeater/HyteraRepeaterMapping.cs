namespace EdgeGateway.Drivers.PdtRadio.HyteraRepeater;

/// <summary>What this driver makes: the readings of <see cref="RadioReadings"/>, which all links of the vendor's data port share, with the slot.</summary>
public static class HyteraRepeaterMapping
{
    public const string DriverName = "hytera-repeater";

    /// <summary>Kinds of readings.</summary>
    public static IReadOnlyList<string> Kinds => RadioReadings.Kinds;
}
