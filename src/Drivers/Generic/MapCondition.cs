using System.Globalization;
using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.Generic;

/// <summary>Something that must be so.</summary>
/// <param name="Path">Of what.</param>
/// <param name="Exists">Whether there must be something; null: one of the texts.</param>
/// <param name="AnyOf">What it may be, numbers and flags as JSON writes them.</param>
public sealed record MapCondition(MapPath Path, bool? Exists, IReadOnlyList<string> AnyOf)
{
    internal bool Holds(in MapScope scope)
    {
        var found = Path.First(scope);
        return Exists is { } wanted ? found is not null == wanted : found is not null && AnyOf.Any(text => IsSame(found, text));
    }

    /// <summary>1, 1.0 and 1e0 are one number.</summary>
    private static bool IsSame(BodyNode found, string text) =>
        string.Equals(found.Text, text, StringComparison.Ordinal)
        || (found.Sort == BodySort.Number && Number(found.Text) is { } one && one == Number(text));

    private static double? Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
}
