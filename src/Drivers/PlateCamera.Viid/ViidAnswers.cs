using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Viid;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Multipart;
using EdgeGateway.Protocol.Viid;
using EdgeGateway.Protocol.Viid.Json;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>Statuses in this camera's dialect, with our time in each: some cameras set their clock by it.</summary>
internal sealed class ViidAnswers(DriverContext context, ViidCameraOptions options)
{
    /// <summary>One status, about the camera itself.</summary>
    public InboxAnswer One(int http, string path, int code, string? words = null) =>
        ViidReply.Status(http, Status(path, options.Login.DeviceId, code) with { Text = words }, options.Dialect);

    /// <summary>One status an object.</summary>
    public InboxAnswer Many(int http, string path, IEnumerable<(string? Id, int Code)> ends) =>
        ViidReply.Statuses(http, [.. ends.Select(end => Status(path, end.Id, end.Code))], options.Dialect);

    /// <summary>Reads a body; what cannot be read is counted.</summary>
    /// <param name="request">The request.</param>
    /// <param name="refusal">What the camera is told when there is no document.</param>
    public ViidDocument? Read(InboxRequest request, out InboxAnswer? refusal)
    {
        var document = ViidDocument.Read(request.Body, HeaderParameter.Find(request.ContentType, "charset"), out string? fault);
        refusal = document is null ? Garbled(request.Path, fault!, ViidStatusCodes.JsonFormat) : null;
        return document;
    }

    public InboxAnswer Garbled(string path, string fault, int code)
    {
        context.Watch.Fault(FaultKind.Garbled, fault);
        return One(400, path, code);
    }

    private ViidStatus Status(string path, string? id, int code) => new()
    {
        Id = id,
        RequestUrl = path,
        Code = code,
        LocalTime = ViidTime.Write(context.Time.GetUtcNow(), context.Zone),
    };
}
