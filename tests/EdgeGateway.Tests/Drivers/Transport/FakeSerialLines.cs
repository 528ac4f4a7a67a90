using System.Collections.Concurrent;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Tests.Drivers.Transport;

/// <summary>Serial lines in memory. What is plugged in has a far end that the test speaks through.</summary>
public sealed class FakeSerialLines : ISerialLines
{
    private readonly ConcurrentDictionary<string, FakeSerialFarEnd> _plugged = new(StringComparer.Ordinal);

    /// <summary>How each line was to be set, in the order of opening.</summary>
    public ConcurrentQueue<SerialSettings> Opened { get; } = new();

    /// <summary>What the next openings throw instead; null for none.</summary>
    public DeviceFaultException? Fault { get; set; }

    /// <summary>Plugs a device in, in place of the one that was there.</summary>
    public FakeSerialFarEnd Plug(string port)
    {
        var far = new FakeSerialFarEnd(port);
        if (_plugged.TryGetValue(port, out var before))
        {
            before.Unplug();
        }

        return _plugged[port] = far;
    }

    /// <summary>Nothing can be opened there until something is plugged in again; who has it open is told.</summary>
    public void Unplug(string port)
    {
        if (_plugged.TryRemove(port, out var far))
        {
            far.Unplug();
        }
    }

    public Task<ISerialLine> OpenAsync(SerialSettings settings, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (Fault is { } fault)
        {
            return Task.FromException<ISerialLine>(new DeviceFaultException(fault.Kind, fault.Message, fault.Wait));
        }

        Opened.Enqueue(settings);
        return _plugged.TryGetValue(settings.Port, out var far)
            ? Task.FromResult(far.Open())
            : Task.FromException<ISerialLine>(new DeviceFaultException(FaultKind.Unreachable, $"{settings.Port} is not there."));
    }
}
