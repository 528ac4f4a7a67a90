using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.HotList;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>Writes every change of a list down as an <c>audit</c> reading, before it is made.</summary>
public sealed class HotListAudit(Intake intake, TimeProvider time, ILogger<HotListAudit> log)
{
    private const string Gateway = "gateway";
    private const int IdsMost = 64;

    /// <exception cref="StoreRefusedException">The disk refuses; then nothing may be changed.</exception>
    public Task AcceptedAsync(HotListActor actor, string origin, IReadOnlyList<string> ids, long count) => TellAsync(actor, origin, "accepted", null, ids, count);

    /// <summary>One line for each reason.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public async Task RefusedAsync(HotListActor actor, string origin, IEnumerable<HotListVerdict> refused)
    {
        foreach (var reason in refused.GroupBy(static verdict => verdict.Refusal!))
        {
            string[] ids = [.. reason.Select(static verdict => verdict.Id)];
            await TellAsync(actor, origin, "refused", reason.Key, ids, ids.Length).ConfigureAwait(false);
        }
    }

    /// <summary>What was written down as accepted was not done after all. Never throws.</summary>
    public async Task FailedAsync(HotListActor actor, string origin, string reason)
    {
        try
        {
            await TellAsync(actor, origin, "failed", reason, [], 1).ConfigureAwait(false);
        }
        catch (StoreRefusedException refused)
        {
            HotListLog.NotAudited(log, origin, refused);
        }
    }

    /// <summary>A signed file that was refused whole. Never throws.</summary>
    public async Task FileRefusedAsync(HotListActor actor, string origin, string reason)
    {
        try
        {
            await TellAsync(actor, origin, "refused", reason, [], 1).ConfigureAwait(false);
        }
        catch (StoreRefusedException refused)
        {
            HotListLog.NotAudited(log, origin, refused);
        }
    }

    /// <summary>A list was found damaged: an alarm, because plates may be missing that somebody believes are looked for. Never throws.</summary>
    public async Task DamagedAsync(HotListDamage damage)
    {
        bool isTail = damage is { Lost: 0, SetAside: null };
        var body = new AuditBody
        {
            What = "hotlist.damaged",
            List = damage.Origin,
            Name = damage.SetAside,
            Outcome = isTail ? "tail-cut" : damage.Lost < 0 ? "unreadable" : "recovered",
            Reason = "checksum",
            Count = Math.Max(0, damage.Lost) + damage.Torn,
        };
        try
        {
            await PutAsync(body, isTail ? Lane.Event : Lane.Alarm).ConfigureAwait(false);
        }
        catch (StoreRefusedException refused)
        {
            HotListLog.NotAudited(log, damage.Origin, refused);
        }
    }

    private Task TellAsync(HotListActor actor, string origin, string outcome, string? reason, IReadOnlyList<string> ids, long count)
    {
        HotListLog.Changed(log, origin, actor.What, count, outcome, reason);
        return PutAsync(
            new AuditBody
            {
                What = actor.What,
                CommandId = actor.CommandId,
                Name = actor.Name,
                Issuer = actor.Issuer,
                KeyId = actor.KeyId,
                Outcome = outcome,
                Reason = reason,
                Count = count,
                List = origin,
                Entries = ids.Count == 0 ? null : [.. ids.Take(IdsMost).Select(Short)],
            },
            Lane.Event);
    }

    /// <remarks>An id that is refused for its length must not fill the audit trail.</remarks>
    private static string Short(string id) => id.Length <= 64 ? id : id[..64];

    private Task PutAsync(AuditBody body, Lane lane)
    {
        var reading = Reading.OfReceipt(Gateway, Gateway, lane, time.GetUtcNow(), body);
        return intake.TakeAsync(reading, new DeviceFacts(Gateway, null), CancellationToken.None).AsTask();
    }
}
