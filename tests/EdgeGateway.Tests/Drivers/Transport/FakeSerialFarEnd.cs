using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Tests.Drivers.Transport;

/// <summary>The device's end of a line in memory.</summary>
/// <param name="port">As in the settings.</param>
public sealed class FakeSerialFarEnd(string port)
{
    private readonly Lock _gate = new();
    private readonly FakeSerialQueue _fromGateway = new();
    private FakeSerialLine? _near;
    private bool _gone;

    /// <summary>Whether somebody has the line open.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_gate)
            {
                return _near is not null;
            }
        }
    }

    /// <summary>Says bytes; they are lost where nobody has the line open, as on a wire.</summary>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            _near?.Arriving.Add(bytes.ToArray());
        }
    }

    /// <summary>Waits for bytes from the gateway and takes what is there, as they were written or in parts.</summary>
    /// <exception cref="IOException">Unplugged, and everything was taken.</exception>
    public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct = default) => _fromGateway.TakeAsync(buffer, ct);

    /// <summary>As <see cref="ReadAsync"/>, as many as that, within 20 s.</summary>
    public async Task<byte[]> TakeAsync(int count)
    {
        var bytes = new byte[count];
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        for (int have = 0; have < count;)
        {
            have += await ReadAsync(bytes.AsMemory(have), limit.Token);
        }

        return bytes;
    }

    /// <summary>Pulls the plug: the gateway's end hears of it, the settings' name leads nowhere. Use <see cref="FakeSerialLines.Unplug"/>.</summary>
    internal void Unplug()
    {
        lock (_gate)
        {
            _gone = true;
            _near?.Arriving.End($"{port} was unplugged.");
            _fromGateway.End($"{port} was unplugged.");
            _near = null;
        }
    }

    internal ISerialLine Open()
    {
        lock (_gate)
        {
            return _gone ? throw new DeviceFaultException(FaultKind.Unreachable, $"{port} is not there.")
                : _near is not null ? throw new DeviceFaultException(FaultKind.Busy, $"another program has {port}.")
                : _near = new FakeSerialLine(port, this);
        }
    }

    internal void Hear(FakeSerialLine near, ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (_near != near)
            {
                throw new IOException($"{port} was unplugged.");
            }

            _fromGateway.Add(bytes.ToArray());
        }
    }

    internal void Close(FakeSerialLine near)
    {
        lock (_gate)
        {
            _near = _near == near ? null : _near;
        }
    }
}
