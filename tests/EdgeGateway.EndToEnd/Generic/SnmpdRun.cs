using System.Collections.Concurrent;
using System.Diagnostics;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Generic.Snmp;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.EndToEnd.Generic;

/// <summary>The driver and what a host is to it; one conversation after the other.</summary>
internal sealed class SnmpdRun(GenericSnmpOptions options) : IDeviceWatch, IDeviceMemory, IReadingSink, IAsyncDisposable
{
    private readonly ConcurrentQueue<ReadingBody> _told = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentDictionary<string, string> _memory = new();
    private readonly CancellationTokenSource _stop = new();
    private GenericSnmpDriver? _driver;
    private Task _running = Task.CompletedTask;

    public string Faults => string.Join('\n', _faults) + '\n';

    public IReadOnlyList<T> Told<T>()
        where T : ReadingBody => [.. _told.OfType<T>()];

    /// <summary>Tries as a host does until the agent answers.</summary>
    /// <param name="patience">Zero: once.</param>
    public async Task StartAsync(TimeSpan patience)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            _driver = new GenericSnmpDriver(Context(), options);
            try
            {
                await _driver.ConnectAsync(_stop.Token);
                _running = _driver.RunAsync(this, _stop.Token);
                return;
            }
            catch (DeviceFaultException fault) when (fault.Kind is FaultKind.Unreachable or FaultKind.Unsupported && watch.Elapsed < patience)
            {
                await _driver.DisposeAsync();
            }
        }
    }

    public async Task<DeviceFaultException> EndAsync(TimeSpan patience)
    {
        var end = await Assert.ThrowsAsync<DeviceFaultException>(() => _running.WaitAsync(patience));
        await _driver!.DisposeAsync();
        return end;
    }

    public void Heard()
    {
    }

    public void Fault(FaultKind kind, string reason) => _faults.Enqueue($"{kind} {reason}");

    public void Clock(TimeSpan offset, TimeSpan uncertainty)
    {
    }

    public string? Recall(string name) => _memory.GetValueOrDefault(name);

    public Task RememberAsync(string name, string value, CancellationToken ct)
    {
        _memory[name] = value;
        return Task.CompletedTask;
    }

    public ValueTask<Emitted> EmitAsync(Reading reading, CancellationToken ct)
    {
        _told.Enqueue(reading.Body);
        return ValueTask.FromResult(new Emitted(_told.Count, false));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await (_driver?.DisposeAsync() ?? ValueTask.CompletedTask);
        _stop.Dispose();
    }

    private DriverContext Context() => new()
    {
        Device = "agent-1",
        Time = TimeProvider.System,
        Log = NullLogger.Instance,
        Watch = this,
        Memory = this,
        Transports = new DeviceTransports(new HttpPuller(TimeProvider.System), null!) { Datagrams = new DatagramPorts() },
    };
}
