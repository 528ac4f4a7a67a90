namespace EdgeGateway.Drivers.PdtRadio.Hytera;

/// <summary>What this driver makes: the readings of <see cref="RadioReadings"/>, which all links of the vendor's data port share.</summary>
public static class HyteraRadioMapping
{
    public const string DriverName = "hytera-radio";

    /// <summary>Kinds of readings.</summary>
    public static IReadOnlyList<string> Kinds => RadioReadings.Kinds;
}
