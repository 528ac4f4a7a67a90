using System.Net;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PlateCamera.Viid;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Viid;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Multipart;
using EdgeGateway.Protocol.Viid;
using EdgeGateway.Protocol.Viid.Objects;
using EdgeGateway.Protocol.Viid.Writing;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>
/// What a library above us may ask of our inbox: /VIID/Dispositions, and a session for libraries that register here before
/// they push. It proves itself with Digest; on the word of User-Identify alone only where the operator says so, and only from
/// the library's own address.
/// </summary>
internal sealed class UpperRequests
{
    private readonly DriverContext _context;
    private readonly ViidLibraryOptions _options;
    private readonly DispositionDesk _desk;
    private readonly ViidGate _gate;
    private readonly ViidRequests _session;

    public UpperRequests(DriverContext context, ViidLibraryOptions options, DispositionDesk desk)
    {
        var peer = LibraryLogin.Of(options);
        (_context, _options, _desk) = (context, options, desk);
        _gate = new ViidGate(peer.Login, context.Time);
        _session = new ViidRequests(context, peer, _gate, new NoReadings());
    }

    public InboxAdmission Admit(InboxHead head)
    {
        var path = ViidPath.Of(head.Path);
        if (path.Is("System"))
        {
            return _session.Admit(head);
        }

        var verdict = _gate.Judge(head, needsProof: false);
        if (verdict is not (ViidVerdict.Proved or ViidVerdict.Registered) && !IsTrusted(verdict, head))
        {
            _context.Watch.Fault(FaultKind.Refused, verdict == ViidVerdict.Wrong ? "credentials-rejected" : "not-registered");
            return InboxAdmission.Tell(Status(401, head, ViidStatusCodes.InvalidOperation, "Unauthorized") with { Headers = _gate.Challenge(verdict) });
        }

        _context.Watch.Heard();
        return path.Is("Dispositions")
            ? InboxAdmission.Trust((request, ct) => AnswerAsync(request, ct))
            : InboxAdmission.Tell(NotHere(head));
    }

    private bool IsTrusted(ViidVerdict verdict, InboxHead head) =>
        _options.TrustIdentify
        && verdict == ViidVerdict.Unknown
        && head.From is { } from
        && IPAddress.TryParse(_options.Host, out var library)
        && (from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from).Equals(library);

    private async ValueTask<InboxAnswer> AnswerAsync(InboxRequest request, CancellationToken ct)
    {
        var wanted = DispositionRequest.Read(request.Method, request.Path, request.Head.Query);
        switch (wanted.Wish)
        {
            case DispositionWish.Withdraw when wanted.Ids.Count > 0:
                return Statuses(await _desk.WithdrawAsync(wanted.Ids, ct).ConfigureAwait(false));
            case DispositionWish.Read:
                var (statuses, fault) = await _desk.TakeAsync(request.Body, HeaderParameter.Find(request.ContentType, "charset"), ct).ConfigureAwait(false);
                return statuses is null ? Garbled(request.Head, fault!) : Statuses(statuses);
            default:
                return NotHere(request.Head);
        }
    }

    private static InboxAnswer Statuses(IReadOnlyList<ViidStatus> statuses) =>
        ViidReply.Statuses(statuses.All(status => status.Code == ViidStatusCodes.Busy) ? 503 : 200, statuses, ViidDialect.Standard);

    private InboxAnswer Garbled(InboxHead head, string fault)
    {
        _context.Watch.Fault(FaultKind.Garbled, fault);
        return Status(400, head, fault == ViidFaults.UnknownObject ? ViidStatusCodes.JsonContent : ViidStatusCodes.JsonFormat, null);
    }

    private InboxAnswer NotHere(InboxHead head)
    {
        _context.Watch.Fault(FaultKind.Unsupported, "resource-not-here");
        return Status(404, head, ViidStatusCodes.InvalidOperation, null);
    }

    private InboxAnswer Status(int http, InboxHead head, int code, string? words) => ViidReply.Status(
        http,
        new ViidStatus { Id = _options.LibraryId, RequestUrl = head.Path, Code = code, Text = words, LocalTime = ViidTime.Write(_context.Time.GetUtcNow(), _context.Zone) },
        ViidDialect.Standard);

    /// <summary>A library above us brings none: only its session is asked of the shared code.</summary>
    private sealed class NoReadings : IReadingSink
    {
        public ValueTask<Emitted> EmitAsync(Reading reading, CancellationToken ct) => throw new StoreRefusedException("A library above us brings no readings.");
    }
}
