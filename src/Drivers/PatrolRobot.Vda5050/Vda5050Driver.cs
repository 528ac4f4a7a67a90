using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Vda5050;

namespace EdgeGateway.Drivers.PatrolRobot.Vda5050;

/// <summary>A patrol robot that speaks VDA 5050 over a broker of the site (drone.md section 3). It is listened to; who drives it is its fleet control.</summary>
public sealed class Vda5050Driver(DriverContext context, Vda5050Options options) : IDeviceDriver, ICommandable
{
    private readonly ActionWatch _actions = new();
    private readonly TaskCompletionSource<(RobotDesk Desk, CancellationToken End)> _desk = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _refused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ISiteBroker? _broker;
    private RobotCommands? _commands;

    public async Task ConnectAsync(CancellationToken ct) =>
        _broker = await context.Transports.Brokers!.ConnectAsync(options.Broker, Filters(), TakeAsync, ct).ConfigureAwait(false);

    public async Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var desk = new RobotDesk(context, options, _actions, sink);
        Volatile.Write(ref _commands, new RobotCommands(context, options, _broker!, desk, _actions));
        _desk.TrySetResult((desk, end.Token));
        var watching = desk.WatchSilenceAsync(end.Token);
        try
        {
            var first = await Task.WhenAny(_broker!.Ended, watching, _refused.Task).WaitAsync(ct).ConfigureAwait(false);

            // What the disk refused ends the link too, and either may be seen first.
            await (_refused.Task.IsFaulted ? _refused.Task : first).ConfigureAwait(false);
            throw new DeviceFaultException(FaultKind.Unreachable, $"The link to the broker {options.Broker.Host} ended: {await _broker.Ended.ConfigureAwait(false)}");
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await desk.QuietAsync().ConfigureAwait(false);
        }
    }

    public ValueTask<CommandOutcome> ExecuteAsync(DeviceCommand command, CancellationToken ct) =>
        Volatile.Read(ref _commands)?.ExecuteAsync(command, ct) ?? ValueTask.FromResult(CommandOutcome.Failed("not-ready"));

    public ValueTask DisposeAsync()
    {
        _desk.TrySetCanceled();
        return _broker?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private string[] Filters()
    {
        string[] names = [VdaRobot.Connection, VdaRobot.State, VdaRobot.Factsheet];
        return [.. (options.Visualization ? names.Append(VdaRobot.Visualization) : names).Select(options.Robot.Topic)];
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
            // The broker repeats the connection of the robot and nothing else, which goes by QoS 0.
            context.Watch.Fault(FaultKind.Busy, WatchReasons.NotStored);
            _refused.TrySetException(refused);
            throw;
        }
    }
}
