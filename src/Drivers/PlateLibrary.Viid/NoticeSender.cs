using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>One attempt to tell a library of a hit.</summary>
public sealed class NoticeSender(LibraryLink link, UpperSession session, ViidLibraryOptions options, DriverContext context)
{
    private readonly NotifyRule _rule = new(options);

    /// <returns>Where this notice goes; null when the operator no longer allows it.</returns>
    public Uri? Target(HotListNotice notice) => notice.Entry.NotifyAt is { } address ? _rule.Admit(address) : null;

    /// <summary>A 401 is answered by one registration and one more attempt.</summary>
    /// <exception cref="DeviceFaultException">The library does not take our registration any more.</exception>
    public async Task<NoticeEnd> SendAsync(HotListNotice notice, Uri target, CancellationToken ct)
    {
        var (id, body) = NoticeWords.Of(notice, options, context.Zone);
        int seen = session.Generation;
        var answer = await AttemptAsync(target, body, ct).ConfigureAwait(false);
        if (answer is { Http: 401 })
        {
            context.Watch.Fault(FaultKind.Refused, "registration-lost");
            await session.RenewAsync(seen, ct).ConfigureAwait(false);
            answer = await AttemptAsync(target, body, ct).ConfigureAwait(false);
        }

        bool took = answer?.Took(id) == true;
        if (took)
        {
            context.Watch.Heard();
        }
        else if (answer is not null)
        {
            context.Watch.Fault(FaultKind.Busy, "notice-refused");
        }

        // Whoever answers with a status of its own is there, and dislikes this one; others may go on.
        return took ? NoticeEnd.Taken : answer is { Http: < 500 and not 401 and not 403 } ? NoticeEnd.Refused : NoticeEnd.Away;
    }

    private async Task<LibraryAnswer?> AttemptAsync(Uri target, byte[] body, CancellationToken ct)
    {
        try
        {
            return await link.IdentifyAsync("POST", target, body, ct).ConfigureAwait(false);
        }
        catch (DeviceFaultException fault)
        {
            context.Watch.Fault(fault.Kind, "notice-unanswered");
            return null;
        }
    }
}
