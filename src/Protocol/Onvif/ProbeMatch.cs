namespace EdgeGateway.Protocol.Onvif;

/// <summary>One device that answered a probe.</summary>
/// <param name="Endpoint">Its own identifier, or null.</param>
/// <param name="Addresses">Addresses of its device service, http or https, at most eight.</param>
/// <param name="Name">From its scopes, or null.</param>
/// <param name="Hardware">From its scopes, or null.</param>
/// <param name="RelatesTo">The question that it answers, or null.</param>
public sealed record ProbeMatch(string? Endpoint, IReadOnlyList<Uri> Addresses, string? Name, string? Hardware, string? RelatesTo);
