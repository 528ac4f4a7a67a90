using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Kiosks;

namespace EdgeGateway.Drivers.Kiosk.Application;

/// <summary>Names sessions. The key of the hash is made here, is remembered over restarts so that a repeat keeps its name, and goes nowhere.</summary>
/// <param name="memory">Null: the key lasts as long as this.</param>
internal sealed class SessionKey(IDeviceMemory? memory)
{
    public const int Bytes = 32;

    private const string Name = "session-key";
    private const int ShownBytes = 16;

    private byte[]? _key;

    /// <summary>A key for once.</summary>
    public SessionKey(byte[] key)
        : this((IDeviceMemory?)null) => _key = key;

    /// <summary>Before the first use.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; no name made now would hold.</exception>
    public async Task OpenAsync(CancellationToken ct)
    {
        if (_key is not null)
        {
            return;
        }

        if (memory?.Recall(Name) is { Length: 2 * Bytes } kept && kept.All(char.IsAsciiHexDigit))
        {
            _key = Convert.FromHexString(kept);
            return;
        }

        byte[] key = RandomNumberGenerator.GetBytes(Bytes);
        if (memory is not null)
        {
            await memory.RememberAsync(Name, Convert.ToHexStringLower(key), ct).ConfigureAwait(false);
        }

        _key = key;
    }

    public SessionName NameOf(string session) =>
        SessionText.IsRandom(session) ? new SessionName(session, false) : new SessionName($"h-{Convert.ToHexStringLower(Hash(session)[..ShownBytes])}", true);

    /// <summary>By what it is known again; tells nothing of it.</summary>
    public ulong MarkOf(string session) => BinaryPrimitives.ReadUInt64BigEndian(Hash(session)) >> (64 - SessionBook.MarkBits);

    private byte[] Hash(string session) => HMACSHA256.HashData(_key ?? throw new InvalidOperationException("The key is not open."), Encoding.UTF8.GetBytes(session));
}
