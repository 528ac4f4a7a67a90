using EdgeGateway.Protocol.Elements;

namespace EdgeGateway.Protocol.Onvif;

/// <summary>Reads the answer to a probe: one datagram, one device or several.</summary>
public static class ProbeMatches
{
    private const int MostMatches = 64;
    private const int MostAddresses = 8;
    private const int MostScopes = 64;
    private const string Scope = "onvif://www.onvif.org/";

    /// <param name="datagram">At most 64 KB.</param>
    /// <returns>Every device with an address; none when the bytes are no answer.</returns>
    public static IReadOnlyList<ProbeMatch> Read(ReadOnlySpan<byte> datagram)
    {
        var envelope = OnvifXml.Envelope(datagram);
        string? relates = envelope["Header"]["RelatesTo"].Text;
        return
        [
            .. OnvifXml.Named(envelope["Body"]["ProbeMatches"], "ProbeMatch", MostMatches).Select(match => Match(match, relates)).Where(match => match.Addresses.Count > 0),
        ];
    }

    private static ProbeMatch Match(Element match, string? relates)
    {
        string[] scopes = [.. OnvifXml.Words(match["Scopes"], MostScopes)];
        Uri[] addresses = [.. OnvifXml.Words(match["XAddrs"], MostAddresses).Select(Address).OfType<Uri>()];
        return new ProbeMatch(OnvifXml.Shown(match["EndpointReference"]["Address"].Text), addresses, Named(scopes, "name/"), Named(scopes, "hardware/"), relates);
    }

    private static Uri? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https") && url.Host.Length > 0 ? url : null;

    private static string? Named(string[] scopes, string what)
    {
        string? scope = Array.Find(scopes, scope => scope.StartsWith(Scope + what, StringComparison.OrdinalIgnoreCase));
        return scope is null ? null : OnvifXml.Shown(Uri.UnescapeDataString(scope[(Scope.Length + what.Length)..]));
    }
}
