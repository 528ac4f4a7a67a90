namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>Names under which programs write what is not complete yet.</summary>
internal static class PassingName
{
    public static bool Is(string name) =>
        name.StartsWith('.') || name.EndsWith('~') || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".part", StringComparison.OrdinalIgnoreCase);
}
