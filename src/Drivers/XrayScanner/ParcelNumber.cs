using System.Globalization;

namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>Numbers as devices write them.</summary>
internal static class ParcelNumber
{
    /// <returns>A finite number with a dot for the decimals, or null.</returns>
    public static double? Read(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;
}
