namespace EdgeGateway.Protocol.Multipart;

/// <summary>Finds the boundary in a Content-Type value (plate-camera.md section 3.1).</summary>
public static class MultipartBoundary
{
    /// <summary>What cameras use when they forget to say so.</summary>
    public const string Assumed = "boundary";

    private const int Longest = 200;

    /// <returns>True for any <c>multipart/...</c> type.</returns>
    public static bool IsMultipart(string? contentType) =>
        contentType is not null && contentType.AsSpan().TrimStart().StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);

    /// <returns>The boundary without quotes and leading dashes, or null when there is none to use.</returns>
    public static string? From(string? contentType) =>
        contentType is null ? null : Core(HeaderParameter.Find(contentType, "boundary"));

    /// <summary>
    /// Leading dashes do not count: some headers carry those of the line, some lines lack them. What is left decides.
    /// </summary>
    internal static string? Core(string? value)
    {
        string? core = value?.Trim().TrimStart('-');
        return string.IsNullOrEmpty(core) || core.Length > Longest ? null : core;
    }
}
