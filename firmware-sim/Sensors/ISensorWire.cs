namespace EdgeGateway.Sim.Sensors;

/// <summary>How a sensor's messages reach the gateway.</summary>
public interface ISensorWire : IAsyncDisposable
{
    /// <summary>Sends one message once.</summary>
    /// <returns>What the other side said of it, as <see cref="Ledger.TruthLine.Told"/>; null when nobody answered or it is to come again.</returns>
    Task<string?> SendAsync(SensorMessage message, CancellationToken ct);

    /// <summary>Cuts the link; with a message, in the middle of it.</summary>
    Task CutAsync(SensorMessage? inside, CancellationToken ct);
}
