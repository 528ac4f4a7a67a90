using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Vda5050;

namespace EdgeGateway.Drivers.PatrolRobot.Vda5050;

/// <summary>
/// Lets a robot stand still where it is: the instant action <c>startPause</c>, which every robot must know and which leaves its order alone. It goes out
/// once; whether it was carried out is read from the robot's states. All else is for its fleet control.
/// </summary>
internal sealed class RobotCommands(DriverContext context, Vda5050Options options, ISiteBroker broker, RobotDesk desk, ActionWatch actions)
{
    public const string Hold = "drone.hold";

    private const string VehicleArgument = "vehicle";
    private const string Counter = "actions";

    public static readonly IReadOnlyList<string> Names = [Hold];

    /// <summary>Modes in which somebody else drives, who must not be interfered with (3.0 section 6.6.6).</summary>
    private static readonly string[] s_notOurs = ["STARTUP", "INTERVENED", "MANUAL", "SERVICE", "TEACHIN", "TEACH_IN"];

    public ValueTask<CommandOutcome> ExecuteAsync(DeviceCommand command, CancellationToken ct) =>
        command.Name != Hold ? Done(CommandOutcome.Failed("unknown-command"))
        : !command.Args.HasOnly(VehicleArgument) || (command.Args.TryGetProperty(VehicleArgument, out _) && command.Args.Word(VehicleArgument) is null) ? Done(CommandOutcome.Failed("bad-arguments"))
        : command.Args.Word(VehicleArgument) is { } name && name != options.Name ? Done(CommandOutcome.Failed("unknown-vehicle"))
        : HoldAsync(command.Id, ct);

    /// <summary>A broker may keep an order for a robot that is away, which would then stand still long after anybody wanted it.</summary>
    private async ValueTask<CommandOutcome> HoldAsync(string id, CancellationToken ct) => desk.Known switch
    {
        { Online: false } => CommandOutcome.Failed("robot-offline"),
        { Connection: VdaConnection.Asleep } => CommandOutcome.Failed("robot-asleep"),
        { Mode: { } mode } when s_notOurs.Contains(mode) => CommandOutcome.Failed("not-automatic"),
        { Paused: true } => CommandOutcome.Done("already-paused"),
        _ => await OrderAsync(VdaWriter.StartPause, id, ct).ConfigureAwait(false),
    };

    private async Task<CommandOutcome> OrderAsync(string action, string id, CancellationToken ct)
    {
        var end = actions.Expect(id);
        try
        {
            long number = await NextNumberAsync(ct).ConfigureAwait(false);
            string version = desk.Known.Version ?? FormattableString.Invariant($"{options.Robot.Major}.0.0");
            byte[] message = VdaWriter.InstantAction(options.Robot, number, context.Time.GetUtcNow(), version, action, id);

            // A robot that loses its link in this moment would find it at the broker when it comes back, hours later.
            await broker.PublishAsync(options.Robot.Topic(VdaRobot.InstantActions), message, options.ConfirmWithin, ct).ConfigureAwait(false);
            return await EndAsync(id, end, ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            // The counter comes before the order: nothing was sent.
            return CommandOutcome.Failed("not-stored");
        }
        catch (IOException)
        {
            return CommandOutcome.Unknown("link-ended");
        }
        finally
        {
            actions.Forget(id);
        }
    }

    private async Task<CommandOutcome> EndAsync(string id, Task<ActionEnd> end, CancellationToken ct)
    {
        await ((Task)end).WaitAsync(options.ConfirmWithin, context.Time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
        return !end.IsCompletedSuccessfully
            ? desk.Known is { Online: true, Paused: true } ? CommandOutcome.Done("seen") : CommandOutcome.Unknown(actions.IsUnderWay(id) ? "under-way" : "not-confirmed")
            : await end.ConfigureAwait(false) switch
            {
                ActionEnd.Finished => CommandOutcome.Done(),
                ActionEnd.Failed => CommandOutcome.Failed("action-failed"),
                _ => CommandOutcome.Failed("refused-by-robot"),
            };
    }

    /// <summary>A robot may take a counter that goes back for another sender's: it goes on over restarts.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; nothing was sent.</exception>
    private async Task<long> NextNumberAsync(CancellationToken ct)
    {
        long next = long.TryParse(context.Memory?.Recall(Counter), out long last) && last is >= 0 and < uint.MaxValue ? last + 1 : 0;
        await (context.Memory?.RememberAsync(Counter, FormattableString.Invariant($"{next}"), ct) ?? Task.CompletedTask).ConfigureAwait(false);
        return next;
    }

    private static ValueTask<CommandOutcome> Done(CommandOutcome outcome) => ValueTask.FromResult(outcome);
}
