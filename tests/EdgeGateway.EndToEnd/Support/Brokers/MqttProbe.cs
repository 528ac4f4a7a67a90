using EdgeGateway.Sim.Mqtt;

namespace EdgeGateway.EndToEnd.Support.Brokers;

/// <summary>Asks whether a broker takes an MQTT client, which several do long after their port is open.</summary>
internal static class MqttProbe
{
    private static readonly TimeSpan s_answer = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    /// <exception cref="TimeoutException">Not within the limit.</exception>
    public static async Task UntilTakenAsync(BrokerAddress address, Func<bool> gone, Func<string> seen, TimeSpan limit)
    {
        using var expired = new CancellationTokenSource(limit);
        string why;
        do
        {
            if ((why = await TryAsync(address)).Length == 0)
            {
                return;
            }

            await Task.Delay(s_pause);
        }
        while (!expired.IsCancellationRequested && !gone());
        throw new TimeoutException($"no MQTT client was taken on port {address.Port} within {limit}: {why}\n{seen()}");
    }

    /// <returns>Why not; empty when the client was taken.</returns>
    private static async Task<string> TryAsync(BrokerAddress address)
    {
        var options = SimMqttOptions.Parse(address.Uri, $"probe-{Guid.NewGuid():N}") with { Version = 4 };
        using var limit = new CancellationTokenSource(s_answer);
        await using var client = new SimMqttClient(options, _ => ValueTask.CompletedTask);
        try
        {
            await client.ConnectAsync(limit.Token);
            await client.DisconnectAsync(limit.Token);
            return string.Empty;
        }
        catch (Exception error) when (error is IOException or SimMqttRefusedException or MqttFaultException or OperationCanceledException)
        {
            return error.Message;
        }
    }
}
