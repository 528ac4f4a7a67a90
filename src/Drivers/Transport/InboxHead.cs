using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EdgeGateway.Drivers.Transport;

/// <summary>Everything of a request but its body, valid until the request is answered. Texts are as on the wire, one character a byte.</summary>
public sealed class InboxHead
{
    private readonly IHeaderDictionary? _headers;

    /// <param name="method">HTTP method in capitals.</param>
    /// <param name="target">Request target.</param>
    /// <param name="path">Path of it, percent-decoded.</param>
    /// <param name="query">Query of it, empty or starting with a question mark.</param>
    /// <param name="headers">Headers; null for none.</param>
    public InboxHead(string method, string target, string path, string query = "", IHeaderDictionary? headers = null) =>
        (Method, Target, Path, Query, _headers) = (method, target, path, query, headers);

    public string Method { get; }

    /// <summary>Exactly as it stands on the request line: a path, or an absolute URL.</summary>
    public string Target { get; }

    /// <summary>The whole path, percent-decoded.</summary>
    public string Path { get; }

    /// <summary>As sent, empty or starting with a question mark.</summary>
    public string Query { get; }

    /// <summary>Where it came from, for what it is worth behind NAT; null when unknown.</summary>
    public IPAddress? From { get; init; }

    /// <summary>Value of a header whose name is compared without letter case, several of them joined by commas; null when it is absent or empty.</summary>
    public string? this[string header] => _headers is not null && _headers.TryGetValue(header, out var value) && value.ToString() is { Length: > 0 } text ? text : null;

    internal static InboxHead Of(IFeatureCollection context)
    {
        var request = context.GetRequiredFeature<IHttpRequestFeature>();
        return new InboxHead(request.Method, request.RawTarget, request.Path, request.QueryString, request.Headers)
        {
            From = context.Get<IHttpConnectionFeature>()?.RemoteIpAddress,
        };
    }
}
