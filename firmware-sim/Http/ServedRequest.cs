using System.Text;

namespace EdgeGateway.Sim.Http;

/// <summary>One request that a simulated web server took.</summary>
/// <param name="Head">First line and headers.</param>
/// <param name="Body">Whole.</param>
public sealed record ServedRequest(RequestHead Head, byte[] Body)
{
    public string Method => Head.Method;

    public string Target => Head.Target;

    /// <summary>The target without its query.</summary>
    public string Path => Target.Split('?')[0];

    public string Text => Encoding.UTF8.GetString(Body);

    /// <returns>The header, or null.</returns>
    /// <param name="name">In lower case.</param>
    public string? Header(string name) => Head.Headers.GetValueOrDefault(name);
}
