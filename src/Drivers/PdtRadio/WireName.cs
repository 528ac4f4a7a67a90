namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Names of numbers whose set is open.</summary>
internal static class WireName
{
    /// <returns>The name with a small first letter; null when the number has none.</returns>
    public static string? Of<T>(T value)
        where T : struct, Enum => Enum.GetName(value) is { } name ? char.ToLowerInvariant(name[0]) + name[1..] : null;
}
