using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Viid;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Viid.Objects;
using EdgeGateway.Protocol.Viid.Writing;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>The resources that a camera asks for, and who may (plate-camera.md sections 2.1 and 2.2).</summary>
internal sealed class ViidRequests
{
    private readonly DriverContext _context;
    private readonly ViidCameraOptions _options;
    private readonly ViidGate _gate;
    private readonly ViidAnswers _answers;
    private readonly ViidSessionBody _session;
    private readonly ViidUpload _upload;
    private readonly ViidLatePictures _latePictures;
    private readonly ViidOtherObjects _others;

    public ViidRequests(DriverContext context, ViidCameraOptions options, ViidGate gate, IReadingSink sink)
    {
        (_context, _options, _gate) = (context, options, gate);
        _answers = new ViidAnswers(context, options);
        _session = new ViidSessionBody(context, options.Login.DeviceId, _answers);
        var memory = new ViidPictureMemory();
        _upload = new ViidUpload(context, options, sink, _answers, memory);
        _latePictures = new ViidLatePictures(context, sink, memory, _answers);
        _others = new ViidOtherObjects(context, options.People, _answers);
    }

    /// <summary>Somebody who does not say who it is: the time of day, else a challenge.</summary>
    public InboxAnswer Anonymous(InboxHead head) =>
        IsTime(head) ? Time() : Challenge(head, _gate.Challenge(ViidVerdict.Unknown, anonymous: true));

    /// <summary>Decides by the head; the time of day is for everybody, a Register needs its proof, all else a registered camera.</summary>
    public InboxAdmission Admit(InboxHead head)
    {
        var path = ViidPath.Of(head.Path);
        if (IsTime(head))
        {
            return InboxAdmission.Tell(Time());
        }

        bool isRegister = path.Is("System", "Register");
        var verdict = _gate.Judge(head, isRegister);
        if (verdict is ViidVerdict.Proved or ViidVerdict.Registered)
        {
            _context.Watch.Heard();
            return InboxAdmission.Trust((request, ct) => AnswerAsync(path, request, ct));
        }

        Count(verdict, isRegister);
        return InboxAdmission.Tell(Challenge(head, _gate.Challenge(verdict)));
    }

    private ValueTask<InboxAnswer> AnswerAsync(ViidPath path, InboxRequest request, CancellationToken ct) => path switch
    {
        _ when path.Is("System") => ValueTask.FromResult(Session(path, request)),
        _ when request.Method is not ("POST" or "PUT") => ValueTask.FromResult(NotHere(request.Head, 405)),
        _ when path.Is("MotorVehicles") => _upload.TakeAsync(request, ct),
        _ when path.Is("SubscribeNotifications") => _upload.TakeNotificationsAsync(request, ct),
        _ when path.Is("Images") => _latePictures.TakeAsync(request, ct),
        _ => ValueTask.FromResult(_others.Answer(path, request) ?? NotHere(request.Head, 404)),
    };

    private InboxAnswer Session(ViidPath path, InboxRequest request)
    {
        bool goodbye = path.Is("System", "UnRegister");
        if (request.Method != "POST" || !(goodbye || path.Is("System", "Register") || path.Is("System", "Keepalive")))
        {
            return NotHere(request.Head, 404);
        }

        if (_session.Refuse(request) is { } refusal)
        {
            return refusal;
        }

        if (goodbye)
        {
            _gate.Leave();
        }

        return _answers.One(200, request.Path, ViidStatusCodes.Ok);
    }

    private static bool IsTime(InboxHead head) => head.Method == "GET" && ViidPath.Of(head.Path).Is("System", "Time");

    private InboxAnswer Challenge(InboxHead head, IReadOnlyList<KeyValuePair<string, string>> challenges) =>
        _answers.One(401, head.Path, ViidStatusCodes.InvalidOperation, "Unauthorized") with { Headers = challenges };

    private InboxAnswer Time() =>
        ViidReply.Json(200, ViidWriter.SystemTime(_options.ServerId, _context.Time.GetUtcNow(), _context.Zone, _options.Dialect), _options.Dialect);

    private InboxAnswer NotHere(InboxHead head, int http)
    {
        _context.Watch.Fault(FaultKind.Unsupported, "resource-not-here");
        return _answers.One(http, head.Path, ViidStatusCodes.InvalidOperation);
    }

    // The first of the two requests of a Register is no fault.
    private void Count(ViidVerdict verdict, bool isRegister)
    {
        if (verdict == ViidVerdict.Wrong)
        {
            _context.Watch.Fault(FaultKind.Refused, "credentials-rejected");
        }
        else if (!isRegister)
        {
            _context.Watch.Fault(FaultKind.Refused, "not-registered");
        }
    }
}
