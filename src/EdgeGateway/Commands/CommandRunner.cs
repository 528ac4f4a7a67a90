using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Commands;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Commands;

/// <summary>Carries out one command after the other for one target, each within the time limit.</summary>
public sealed class CommandRunner(CommandTargets targets, CommandClock clock, CommandSettings settings, TimeProvider time, ILogger log)
{
    private const string TooLate = "deadline-passed";
    private const string Stopped = "gateway-stopped";
    private const string TimeLimit = "time-limit";

    private Task<CommandOutcome> _last = Task.FromResult(CommandOutcome.Done());

    /// <returns>The case with its end.</returns>
    public async Task<CommandCase> RunAsync(Command command, CommandCase one, CancellationToken stop)
    {
        if (WhyNot(one, stop) is var (state, reason))
        {
            return one with { State = state, Reason = reason, FinishedAt = clock.Now };
        }

        var begun = clock.Now;
        var outcome = await ExecuteAsync(command, stop).ConfigureAwait(false);
        bool isEnd = outcome.State is CommandState.Done or CommandState.Failed or CommandState.Unknown;
        return one with
        {
            State = isEnd ? outcome.State : CommandState.Unknown,
            Reason = isEnd ? outcome.Reason : "no-outcome",
            StartedAt = begun,
            FinishedAt = clock.Now,
        };
    }

    private (CommandState State, string Reason)? WhyNot(CommandCase one, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
        {
            return (CommandState.Failed, Stopped);
        }

        if (clock.WhyTooLate(one.Deadline, TooLate) is { } late)
        {
            return (CommandState.Expired, late);
        }

        // Given up at its time limit and still running: two at a time is more than a driver was promised.
        return _last.IsCompleted ? null : (CommandState.Failed, CommandFaults.Busy);
    }

    private async Task<CommandOutcome> ExecuteAsync(Command command, CancellationToken stop)
    {
        var limit = new CancellationTokenSource(settings.TimeLimit, time);
        var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        try
        {
            _last = CallAsync(command, either.Token);
            var end = _last.WaitAsync(either.Token);
            _ = DisposeAfterAsync(_last, limit, either);
            return await end.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return CommandOutcome.Unknown(stop.IsCancellationRequested ? Stopped : TimeLimit);
        }
        catch (DeviceFaultException fault)
        {
            return CommandOutcome.Failed(fault.Kind.ToString().ToLowerInvariant());
        }
        catch (Exception error)
        {
            // The last line of defence: a bug costs one command.
            CommandLog.HandlerFailed(log, command.Id, command.Name, error);
            return CommandOutcome.Failed("handler-failed");
        }
    }

    /// <remarks>Not with the wait: that ends in the very moment of the cancellation, and a source that is disposed then tells its token's holders nothing.</remarks>
    private static async Task DisposeAfterAsync(Task execution, CancellationTokenSource limit, CancellationTokenSource either)
    {
        await execution.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        either.Dispose();
        limit.Dispose();
    }

    private async Task<CommandOutcome> CallAsync(Command command, CancellationToken ct) =>
        await targets.ExecuteAsync(command, ct).ConfigureAwait(false);
}
