using Microsoft.AspNetCore.Http.Features;

namespace EdgeGateway.Drivers.Transport;

/// <summary>
/// Requests below a shared root. Who has not proved who it is shares a small part of the inbox with all others like it:
/// small bodies, few at a time, soon given up.
/// </summary>
internal sealed class InboxRootRequests(InboxRoots roots, InboxIntake known, HttpInboxOptions options, InboxHandling handling, IInboxCounters counters, TimeProvider time)
{
    private readonly InboxIntake _strangers = new(options.Strangers, time);
    private readonly InboxShare _strangersShare = new(options.Strangers);

    public ValueTask<InboxAnswer> AnswerAsync(IFeatureCollection context, InboxRoot root)
    {
        var head = InboxHead.Of(context);
        if (root.IdentityOf(head) is { } identity)
        {
            return AdmitAsync(context, head, root, roots.Find(root, identity));
        }

        return root.IsForAnybody(head) && Anonymous(root, head) is { } answer
            ? ValueTask.FromResult(answer)
            : LookInsideAsync(context, head, root);
    }

    private async ValueTask<InboxAnswer> AdmitAsync(IFeatureCollection context, InboxHead head, InboxRoot root, InboxRootDoor? door)
    {
        if (door is null)
        {
            return Unknown(root, head);
        }

        var reply = Decide(door, head, out var admission);
        if (admission is { Handler: { } handler })
        {
            var (intake, share) = admission.IsTrusted ? (known, door.Share) : (_strangers, _strangersShare);
            reply = await intake.TakeAsync(context, share, body => AskAsync(door, handler, head, body)).ConfigureAwait(false);
        }

        return Tell(door, reply);
    }

    /// <summary>The head does not say who it is: the body may, as a Register does.</summary>
    private async ValueTask<InboxAnswer> LookInsideAsync(IFeatureCollection context, InboxHead head, InboxRoot root)
    {
        InboxRootDoor? door = null;
        var reply = await _strangers.TakeAsync(context, _strangersShare, async body =>
        {
            string? identity = root.IdentityInBody(head, body.Bytes);
            door = identity is null ? null : roots.Find(root, identity);
            return door is not null ? await DecideAndAskAsync(door, head, body).ConfigureAwait(false)
                : identity is not null ? Unknown(root, head)
                : Nobody(root, head);
        }).ConfigureAwait(false);
        return Tell(door, reply);
    }

    private async ValueTask<InboxReply> DecideAndAskAsync(InboxRootDoor door, InboxHead head, InboxBody body)
    {
        var reply = Decide(door, head, out var admission);
        return admission is { Handler: { } handler } ? await AskAsync(door, handler, head, body).ConfigureAwait(false) : reply;
    }

    private InboxReply Decide(InboxRootDoor door, InboxHead head, out InboxAdmission? admission)
    {
        admission = null;
        if (!door.IsOpen)
        {
            return InboxRefusal.NotReady;
        }

        try
        {
            admission = door.Claim.Admit(head);
            return admission.Answer is { } answer ? answer : default(InboxReply);
        }
        catch (Exception error)
        {
            return handling.RefusalFor(door.Claim.Device, error);
        }
    }

    private ValueTask<InboxReply> AskAsync(InboxRootDoor door, InboxHandler handler, InboxHead head, InboxBody body) =>
        handling.AskAsync(door.Claim.Device, handler, new InboxRequest(head.Method, head.Path, head["Content-Type"], body.Bytes) { Head = head }, body, door.Closed);

    private InboxAnswer Tell(InboxRootDoor? door, InboxReply reply)
    {
        if (reply.Refusal is not { } refusal)
        {
            return reply.Answer!;
        }

        counters.Refused(door?.Claim.Device ?? string.Empty, refusal.Reason);
        return refusal.Answer;
    }

    private InboxAnswer? Anonymous(InboxRoot root, InboxHead head) => roots.Any(root)?.Claim.Anonymous!(head);

    private InboxAnswer Nobody(InboxRoot root, InboxHead head)
    {
        counters.Refused(string.Empty, InboxReasons.NoIdentity);
        return Anonymous(root, head) ?? root.Unknown(head);
    }

    private InboxAnswer Unknown(InboxRoot root, InboxHead head)
    {
        counters.Refused(string.Empty, InboxReasons.UnknownDevice);
        return root.Unknown(head);
    }
}
