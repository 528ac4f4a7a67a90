namespace EdgeGateway.Sim.Http;

/// <summary>What a simulated web server answers.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Text, sent as UTF-8.</param>
/// <param name="Headers">Besides Content-Type and Content-Length.</param>
public sealed record ServedAnswer(int Status, string Body = "", params IReadOnlyList<(string Name, string Value)> Headers)
{
    public string ContentType { get; init; } = "application/VIID+JSON;charset=utf-8";
}
