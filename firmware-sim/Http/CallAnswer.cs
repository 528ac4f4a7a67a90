using System.Text;

namespace EdgeGateway.Sim.Http;

/// <summary>One answer, whole.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Challenges">Every WWW-Authenticate value.</param>
/// <param name="Body">The bytes of the body, chunks put together.</param>
public sealed record CallAnswer(int Status, IReadOnlyList<string> Challenges, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}
