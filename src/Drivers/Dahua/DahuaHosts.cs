using System.Collections.Concurrent;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Dahua;

/// <summary>
/// What devices on one host share: one login at a time with a pause behind it, because a burst of them locks the user out
/// (plate-camera.md section 9, F10), and one attach of a sort, because each brings every channel (F11).
/// </summary>
internal sealed class DahuaHosts
{
    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_jitter = TimeSpan.FromMilliseconds(180);

    private readonly SemaphoreSlim _login = new(1, 1);
    private readonly ConcurrentDictionary<DahuaAttachSort, string> _attached = new();
    private readonly Random _random;
    private long _ended;
    private bool _any;

    private DahuaHosts(string host) => _random = new Random(string.GetHashCode(host, StringComparison.OrdinalIgnoreCase));

    public static DahuaHosts Of(SharedShelf shelf, string host, int port)
    {
        string name = FormattableString.Invariant($"{host.ToUpperInvariant()}:{port}");
        return shelf.Of(name, () => new DahuaHosts(name));
    }

    /// <exception cref="DeviceFaultException">Another device is attached already.</exception>
    public void Attach(DahuaAttachSort sort, string device)
    {
        string holder = _attached.GetOrAdd(sort, device);
        if (holder != device)
        {
            throw new DeviceFaultException(
                FaultKind.Busy, $"Device {holder} listens to this host already, and one attach brings all its channels; keep one of the two entries.");
        }
    }

    public void Detach(DahuaAttachSort sort, string device) => _attached.TryRemove(new KeyValuePair<DahuaAttachSort, string>(sort, device));

    /// <summary>Runs one login when no other runs and a jittered pause is over since the last.</summary>
    public async Task<T> LoginAsync<T>(Func<Task<T>> login, TimeProvider time, CancellationToken ct)
    {
        await _login.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var pause = s_least + (s_jitter * _random.NextDouble()) - time.GetElapsedTime(_ended);
            if (_any && pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, time, ct).ConfigureAwait(false);
            }

            return await login().ConfigureAwait(false);
        }
        finally
        {
            (_any, _ended) = (true, time.GetTimestamp());
            _login.Release();
        }
    }
}
