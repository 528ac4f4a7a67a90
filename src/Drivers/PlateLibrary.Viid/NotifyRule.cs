namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>
/// Where notifications may go. The address comes from the wire, and what goes there says who was seen where: so only the
/// library's own host at its own port, and what the operator has written down.
/// </summary>
public sealed class NotifyRule(ViidLibraryOptions options)
{
    /// <summary>What a disposition without a ReceiveAddr means (plate-camera.md section 2.1).</summary>
    public string Default => options.Address("/VIID/DispositionNotifications").AbsoluteUri;

    /// <param name="text">A ReceiveAddr.</param>
    /// <returns>The address, or null when nothing may go there.</returns>
    public Uri? Admit(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url.UserInfo.Length == 0
        && (IsLibrary(url) || options.NotifyHosts.Any(allowed => IsHost(url, allowed)))
            ? url : null;

    private bool IsLibrary(Uri url) => Same(url, options.Address("/").IdnHost) && url.Port == options.Port && (url.Scheme == Uri.UriSchemeHttps) == options.Https;

    private static bool IsHost(Uri url, string allowed) =>
        Uri.TryCreate($"http://{allowed}/", UriKind.Absolute, out var known)
        && Same(url, known.IdnHost)
        && (known.IsDefaultPort && !allowed.EndsWith(":80", StringComparison.Ordinal) || url.Port == known.Port);

    private static bool Same(Uri url, string host) => string.Equals(url.IdnHost, host, StringComparison.OrdinalIgnoreCase);
}
