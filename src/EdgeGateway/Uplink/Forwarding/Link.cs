using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>One living connection as the pumps see it.</summary>
/// <param name="Client">Where to publish.</param>
/// <param name="Connection">What was agreed.</param>
/// <param name="Window">The places in flight, shared by all lanes.</param>
public sealed record Link(IMqttClient Client, MqttConnection Connection, SendWindow Window)
{
    private readonly CancellationTokenSource _reset = new();

    /// <summary>Cancelled when one of the pumps wants the link made anew.</summary>
    public CancellationToken ResetWanted => _reset.Token;

    public void WantReset() => _reset.Cancel();
}
