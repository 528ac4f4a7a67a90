using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Privacy;

/// <summary>
/// Names what must not travel as it is, because it may be a person's number: a digest with a key. The key is made here, is remembered over restarts so that a repeat
/// keeps its name, and goes nowhere; without it nobody finds a number by trying them all.
/// </summary>
/// <param name="memory">Of the device; null: the key lasts as long as this.</param>
/// <param name="name">Under which the key is remembered.</param>
internal sealed class DeviceKey(IDeviceMemory? memory, string name)
{
    private const int Bytes = 32;
    private const int ShownBytes = 16;

    private byte[]? _key;

    /// <summary>A key for once, as in decoding.</summary>
    public static DeviceKey ForOnce() => new(null, string.Empty) { _key = RandomNumberGenerator.GetBytes(Bytes) };

    /// <summary>Before the first use.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; no name made now would hold.</exception>
    public async Task OpenAsync(CancellationToken ct)
    {
        if (_key is not null)
        {
            return;
        }

        if (memory?.Recall(name) is { Length: 2 * Bytes } kept && kept.All(char.IsAsciiHexDigit))
        {
            _key = Convert.FromHexString(kept);
            return;
        }

        byte[] key = RandomNumberGenerator.GetBytes(Bytes);
        if (memory is not null)
        {
            await memory.RememberAsync(name, Convert.ToHexStringLower(key), ct).ConfigureAwait(false);
        }

        _key = key;
    }

    /// <returns>32 bytes.</returns>
    public byte[] Hash(ReadOnlySpan<byte> said) => HMACSHA256.HashData(_key ?? throw new InvalidOperationException("The key is not open."), said);

    /// <returns>32 bytes.</returns>
    public byte[] Hash(string said) => Hash(Encoding.UTF8.GetBytes(said));

    /// <returns>32 hex digits that may travel.</returns>
    public string Name(string said) => Convert.ToHexStringLower(Hash(said)[..ShownBytes]);
}
