using System.Buffers.Binary;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Privacy;
using EdgeGateway.Protocol.Kiosks;

namespace EdgeGateway.Drivers.Kiosk.Application;

/// <summary>Names sessions; a repeat keeps its name, over restarts too.</summary>
internal sealed class SessionKey(DeviceKey key)
{
    /// <summary>Of a kiosk.</summary>
    public SessionKey(IDeviceMemory? memory)
        : this(new DeviceKey(memory, "session-key"))
    {
    }

    /// <summary>Before the first use.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; no name made now would hold.</exception>
    public Task OpenAsync(CancellationToken ct) => key.OpenAsync(ct);

    public SessionName NameOf(string session) => SessionText.IsRandom(session) ? new SessionName(session, false) : new SessionName($"h-{key.Name(session)}", true);

    /// <summary>By what it is known again; tells nothing of it.</summary>
    public ulong MarkOf(string session) => BinaryPrimitives.ReadUInt64BigEndian(key.Hash(session)) >> (64 - SessionBook.MarkBits);
}
