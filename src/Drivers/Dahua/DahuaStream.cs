using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.HttpDevice;
using EdgeGateway.Protocol.Dahua;

namespace EdgeGateway.Drivers.Dahua;

/// <summary>Opens an attach.</summary>
internal static class DahuaStream
{
    /// <remarks>A camera that beats more slowly than asked, as some do after an update (plate-camera.md section 9, F21), gets three of its own heartbeats.</remarks>
    /// <exception cref="DeviceFaultException">The device cannot be talked to, or refuses.</exception>
    public static async Task<EventStream<DahuaItem>> OpenAsync(DahuaAccess access, DahuaAttach attach, TimeProvider time, CancellationToken ct)
    {
        var answer = await access.OpenAsync(attach.PathAndQuery, ct).ConfigureAwait(false);
        if (DahuaRefusal.OfStream(answer) is { } refusal)
        {
            answer.Dispose();
            throw refusal;
        }

        var silence = 3 * attach.Heartbeat;
        return new EventStream<DahuaItem>(answer, new DahuaConversation(answer.ContentType), new HeartbeatRhythm(silence, silence), time);
    }
}
