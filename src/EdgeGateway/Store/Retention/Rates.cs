using System.Globalization;

namespace EdgeGateway.Store.Retention;

/// <summary>Bytes a second: into each lane (alarm, event, telemetry, media), and to the disk.</summary>
/// <param name="Lanes">Four of them.</param>
/// <param name="Written">By the kernel's count.</param>
/// <param name="PerReading">Bytes written for each reading; 0 when unknown.</param>
internal sealed record Rates(IReadOnlyList<double> Lanes, double Written, double PerReading)
{
    /// <summary>Under this name the last ones are remembered, for the next start and for a person who looks in.</summary>
    public const string Name = "store.rates";

    public double Total => Lanes.Sum();

    public static Rates? Parse(string? text)
    {
        double[] numbers = [.. (text ?? string.Empty).Split(' ').Select(static word =>
            double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) && number >= 0 ? number : -1)];
        return numbers.Length == 6 && numbers.All(static number => number >= 0) ? new Rates(numbers[..4], numbers[4], numbers[5]) : null;
    }

    public override string ToString() =>
        string.Join(' ', Lanes.Append(Written).Append(PerReading).Select(static number => number.ToString("R", CultureInfo.InvariantCulture)));
}
