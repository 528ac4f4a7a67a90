using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Modbus;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>
/// Stops a belt and lets it run again. An order is written once and never again by itself; whether it was carried out is read from the
/// belt, not from the answer to the write.
/// </summary>
internal sealed class BeltCommands(XrayModbusOptions options, IReadOnlyList<BeltDesk> desks, BusPoller poller, TimeProvider time)
{
    public const string Stop = "belt.stop";
    public const string Release = "belt.release";

    private const string UnitArgument = "unit";
    private const double Halt = 0;
    private const double Forward = 1;

    public static readonly IReadOnlyList<string> Names = [Stop, Release];

    public async ValueTask<CommandOutcome> ExecuteAsync(DeviceCommand command, CancellationToken ct)
    {
        if (command.Name is not (Stop or Release))
        {
            return CommandOutcome.Failed("unknown-command");
        }

        if (Find(command.Args, out string why) is not { } desk)
        {
            return CommandOutcome.Failed(why);
        }

        if (desk.Unit.Command is not { } point)
        {
            return CommandOutcome.Failed("not-switched-on");
        }

        return command.Name == Stop
            ? await OrderAsync(desk, point, Halt, desk.Latest, belt => belt.IsStopped, ct).ConfigureAwait(false)
            : await ReleaseAsync(desk, point, ct).ConfigureAwait(false);
    }

    /// <summary>A stop goes out at once, seen or not; what lets a belt run looks first.</summary>
    private async Task<CommandOutcome> ReleaseAsync(BeltDesk desk, ModbusPoint point, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(options.ConfirmWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        return await NextAsync(desk, either.Token, ct).ConfigureAwait(false) switch
        {
            null => CommandOutcome.Failed("state-unknown"),
            { IsSafe: false } => CommandOutcome.Failed("not-safe"),
            { IsForward: true } => CommandOutcome.Done("already-runs"),
            { } now => await OrderAsync(desk, point, Forward, now, belt => belt.IsForward, ct).ConfigureAwait(false),
        };
    }

    private async Task<CommandOutcome> OrderAsync(BeltDesk desk, ModbusPoint point, double value, BeltSnapshot? before, Func<BeltSnapshot, bool> isDone, CancellationToken ct)
    {
        bool isClear = true;
        try
        {
            if (await poller.WriteAsync(desk.Bus, point, ModbusValue.Of(value), ct).ConfigureAwait(false) is { } fault)
            {
                return CommandOutcome.Failed(fault);
            }
        }
        catch (ModbusRefusedException refused) when (refused.Code is ModbusRefusals.Function or ModbusRefusals.Address or ModbusRefusals.Value or ModbusRefusals.Busy)
        {
            return CommandOutcome.Failed("refused-by-controller");
        }
        catch (Exception unclear) when (unclear is ModbusRefusedException or TimeoutException or IOException)
        {
            isClear = false;
        }

        // A belt that already was as it should be proves nothing of an order whose answer is missing.
        bool isConfirmed = await BecomesAsync(desk, isDone, ct).ConfigureAwait(false);
        return isConfirmed && (isClear || (before is not null && !isDone(before))) ? CommandOutcome.Done() : CommandOutcome.Unknown(isClear ? "not-confirmed" : "answer-missing");
    }

    private async Task<bool> BecomesAsync(BeltDesk desk, Func<BeltSnapshot, bool> isDone, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(options.ConfirmWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        while (await NextAsync(desk, either.Token, ct).ConfigureAwait(false) is { } now)
        {
            if (isDone(now))
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>Null when the time is over.</returns>
    private static async Task<BeltSnapshot?> NextAsync(BeltDesk desk, CancellationToken limited, CancellationToken ct)
    {
        try
        {
            return await desk.NextAsync(limited).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    private BeltDesk? Find(JsonElement args, out string why)
    {
        why = "bad-arguments";
        if (!args.HasOnly(UnitArgument))
        {
            return null;
        }

        if (args.Word(UnitArgument) is not { } name)
        {
            return !args.TryGetProperty(UnitArgument, out _) && desks is [var only] ? only : null;
        }

        why = "unknown-unit";
        return desks.FirstOrDefault(desk => desk.Unit.Name == name);
    }
}
