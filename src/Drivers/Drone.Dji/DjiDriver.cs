using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>A dock or pilot controller with its aircraft, over a broker of the site: this gateway is the cloud that it talks to (drone.md section 2).</summary>
public sealed class DjiDriver(DriverContext context, DjiOptions options) : IDeviceDriver, ICommandable
{
    private readonly Outbox _outbox = new();
    private readonly AircraftRoll _roll = new(context.Memory, options);
    private readonly TaskCompletionSource<(DjiDesk Desk, CancellationToken End)> _desk = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _refused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ISiteBroker? _broker;
    private ServiceCalls? _calls;
    private DjiCommands? _commands;

    public async Task ConnectAsync(CancellationToken ct)
    {
        _broker = await context.Transports.Brokers!.ConnectAsync(options.Broker, _roll.Filters(), TakeAsync, ct).ConfigureAwait(false);
        _calls = new ServiceCalls(_broker, options, context.Time);
    }

    public async Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var host = new DeskHost(context.Device, context.Time, context.Watch, context.Airspace, context.Memory);
        using var desk = new DjiDesk(new DeskParts(host, options, sink, _roll, new AlarmDesk(host, options.HmsTexts), new Sightings()), _outbox, _calls!.Answer);
        Volatile.Write(ref _commands, new DjiCommands(context, options, desk, _calls!, new UnclearOrders(context.Memory, context.Watch)));
        var sending = _outbox.RunAsync(_broker!, end.Token);
        var looking = desk.TickAsync(end.Token);
        _desk.TrySetResult((desk, end.Token));
        try
        {
            var first = await Task.WhenAny(_broker!.Ended, sending, looking, _refused.Task).ConfigureAwait(false);
            ct.ThrowIfCancellationRequested();

            // What the disk refused ends the link too, and either may be seen first.
            await (_refused.Task.IsFaulted ? _refused.Task : first).ConfigureAwait(false);
            throw new DeviceFaultException(FaultKind.Unreachable, $"The link to the broker {options.Broker.Host} ended: {await _broker.Ended.ConfigureAwait(false)}");
        }
        catch (IOException gone)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, gone.Message, inner: gone);
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(sending, looking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await desk.QuietAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Before the first message could be taken nothing is known of any aircraft.</summary>
    public ValueTask<CommandOutcome> ExecuteAsync(DeviceCommand command, CancellationToken ct) =>
        Volatile.Read(ref _commands)?.ExecuteAsync(command, ct) ?? ValueTask.FromResult(CommandOutcome.Failed("not-ready"));

    public ValueTask DisposeAsync()
    {
        _desk.TrySetCanceled();
        return _broker?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    /// <summary>What comes before anybody reads waits: the broker must not be told that it was taken.</summary>
    private async ValueTask TakeAsync(SiteMessage message)
    {
        var (desk, end) = await _desk.Task.ConfigureAwait(false);
        end.ThrowIfCancellationRequested();
        try
        {
            await desk.TakeAsync(message, end).ConfigureAwait(false);
        }
        catch (StoreRefusedException refused)
        {
            // Not acknowledged, so the broker brings it again with the next link.
            _refused.TrySetException(refused);
            throw;
        }
    }
}
