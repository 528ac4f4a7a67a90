using System.Collections.Concurrent;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Mqtt;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Mqtt;

/// <summary>
/// Connects with the best version a broker takes: 5 first, 3.1.1 when it refuses in any of the three forms that were seen.
/// A broker remembered as 3.1.1 is asked for 5 again once in the life of a process, in case it was replaced or the link
/// broke at that very moment; one dial more at a start costs nothing.
/// </summary>
public sealed class MqttConnector(ITcpDialer dialer, IVersionMemory memory, TimeProvider time, ILogger<MqttConnector> log)
{
    private readonly ConcurrentDictionary<string, bool> _askedFor5 = new();

    /// <param name="connect">Its version is the best that is tried: 4 never tries 5.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="MqttRefusedException">The broker said no in every version.</exception>
    /// <exception cref="IOException">Nobody answers, TLS failed, or the link broke on the way.</exception>
    public async Task<(IMqttClient Client, MqttConnection Connection)> ConnectAsync(MqttConnect connect, CancellationToken ct)
    {
        string broker = $"{connect.Host}:{connect.Port}";
        bool isKnownOld = memory.Recall(broker) == MqttVersion.V311 && _askedFor5.ContainsKey(broker);
        if (connect.Version < MqttVersion.V5 || isKnownOld)
        {
            return await ConnectOnceAsync(connect with { Version = MqttVersion.V311 }, ct).ConfigureAwait(false);
        }

        (IMqttClient Client, MqttConnection Connection) link = await StepDownAsync(connect, broker, ct).ConfigureAwait(false);
        _askedFor5[broker] = true;
        await RememberAsync(broker, link, ct).ConfigureAwait(false);
        return link;
    }

    private async Task<(IMqttClient Client, MqttConnection Connection)> StepDownAsync(MqttConnect connect, string broker, CancellationToken ct)
    {
        try
        {
            return await ConnectOnceAsync(connect, ct).ConfigureAwait(false);
        }
        catch (MqttRefusedException e) when (e.StepDown)
        {
            MqttLog.SteppedDown(log, broker, e.Message);
        }

        return await ConnectOnceAsync(connect with { Version = MqttVersion.V311 }, ct).ConfigureAwait(false);
    }

    private async Task RememberAsync(string broker, (IMqttClient Client, MqttConnection Connection) link, CancellationToken ct)
    {
        if (memory.Recall(broker) == link.Connection.Version)
        {
            return;
        }

        try
        {
            await memory.RememberAsync(broker, link.Connection.Version, ct).ConfigureAwait(false);
        }
        catch
        {
            await link.Client.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<(IMqttClient Client, MqttConnection Connection)> ConnectOnceAsync(MqttConnect connect, CancellationToken ct)
    {
        var client = new MqttClient(dialer, time, log);
        try
        {
            return (client, await client.ConnectAsync(connect, ct).ConfigureAwait(false));
        }
        catch
        {
            await client.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
