namespace EdgeGateway.Sim.Twins.Kiosk.Application;

/// <summary>How the messages of a kiosk's software get to the gateway.</summary>
public interface IApplicationWire : IDisposable
{
    /// <param name="body">One message a line; after no answer the same again.</param>
    /// <returns>What became of it; null when no answer came, and then the same must be said again.</returns>
    Task<ApplicationAnswer?> SayAsync(byte[] body, CancellationToken ct);

    /// <summary>Half of it, and the link breaks.</summary>
    Task CutInsideAsync(byte[] body, CancellationToken ct);

    /// <summary>Bytes that are no message; nobody waits for what becomes of them.</summary>
    Task ScrawlAsync(byte[] bytes, CancellationToken ct);
}

/// <param name="Status">200 when all that was not refused is safe.</param>
/// <param name="Refused">Which messages of the body were not taken, from 0, and why.</param>
public sealed record ApplicationAnswer(int Status, IReadOnlyDictionary<int, string> Refused);
