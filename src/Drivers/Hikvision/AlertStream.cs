using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.HttpDevice;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Hikvision;

namespace EdgeGateway.Drivers.Hikvision;

/// <summary>Opens an alertStream (plate-camera.md section 3.1).</summary>
internal static class AlertStream
{
    /// <summary>Opens with the path that worked last, then with the other one.</summary>
    public static async Task<EventStream<IsapiItem>> OpenAsync(IHttpPull http, HttpPeer peer, AlertStreamPath paths, TimeSpan idle, TimeProvider time, CancellationToken ct)
    {
        DeviceFaultException? refusal = null;
        foreach (string path in paths.InOrder)
        {
            var answer = await http.OpenAsync(peer.Request(path), ct).ConfigureAwait(false);
            refusal = await RefusalAsync(answer, ct).ConfigureAwait(false);
            if (refusal is null)
            {
                paths.Worked(path);
                return new EventStream<IsapiItem>(answer, new IsapiConversation(answer.ContentType), new HeartbeatRhythm(idle, idle / 3), time);
            }

            if (answer.Status != 404)
            {
                break;
            }
        }

        throw refusal!;
    }

    private static async ValueTask<DeviceFaultException?> RefusalAsync(HttpPullResponse answer, CancellationToken ct)
    {
        var refusal = await AlertStreamRefusal.ReadAsync(answer, ct).ConfigureAwait(false);
        if (refusal is not null)
        {
            answer.Dispose();
        }

        return refusal;
    }
}
