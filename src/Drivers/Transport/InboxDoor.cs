using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Transport;

/// <summary>The way in for one device. It stays known when its driver is away, so that the device hears 503 and not 404.</summary>
internal sealed class InboxDoor(string device, Secret token, InboxHandler handler, IReadOnlyCollection<string> methods, HttpInboxOptions options) : IDisposable
{
    private readonly byte[] _tokenHash = Hash(token.Reveal());
    private readonly CancellationTokenSource _closed = new();

    public string Device { get; } = device;

    public InboxHandler Handler { get; } = handler;

    /// <summary>Cancelled when the driver no longer takes requests.</summary>
    public CancellationToken Closed => _closed.Token;

    public InboxShare Share { get; } = new(options);

    public bool Takes(string method) => methods.Contains(method);

    /// <summary>Takes the same time for every wrong token.</summary>
    public bool Admits(string presented) => CryptographicOperations.FixedTimeEquals(Hash(presented), _tokenHash);

    /// <summary>Disposes neither source nor semaphore: requests inside still hold them.</summary>
    public void Dispose() => _closed.Cancel();

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
