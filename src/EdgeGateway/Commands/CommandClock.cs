using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Telemetry.Clock;

namespace EdgeGateway.Commands;

/// <summary>
/// Whether a command is in its time. A clock that nobody has set still decides, because the other choice would be to let
/// old orders move things; the reason then says so.
/// </summary>
public sealed class CommandClock(CommandSettings settings, TimeProvider time, IClockJudge judge)
{
    public DateTimeOffset Now => time.GetUtcNow();

    /// <returns>Why not, or null. The allowance is for the issuer's clock being ahead of ours; a deadline gets none.</returns>
    public string? WhyNot(DateTimeOffset issuedAt, DateTimeOffset deadline)
    {
        var now = Now;
        string? why = issuedAt - settings.ClockAllowance > now ? CommandFaults.FromTheFuture : deadline < now ? CommandFaults.Expired : null;
        return why is null ? null : Word(why);
    }

    /// <returns>Whether the deadline has passed, and the word for it.</returns>
    public string? WhyTooLate(DateTimeOffset deadline, string word) => deadline < Now ? Word(word) : null;

    private string Word(string why) => judge.Now().Quality == ClockQuality.Free ? why + CommandFaults.ClockFree : why;
}
