using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Viid;
using EdgeGateway.Protocol.Viid.Json;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>The bodies of Register, Keepalive and UnRegister.</summary>
internal sealed class ViidSessionBody(DriverContext context, string deviceId, ViidAnswers answers)
{
    /// <summary>A second is what a time of 14 digits can tell.</summary>
    private static readonly TimeSpan s_resolution = TimeSpan.FromSeconds(1);

    /// <returns>Null when the body is good; an empty one is borne, the head has said who it is.</returns>
    public InboxAnswer? Refuse(InboxRequest request)
    {
        if (request.Body.IsEmpty)
        {
            return null;
        }

        if (answers.Read(request, out var refusal) is not { } body)
        {
            return refusal;
        }

        if (ViidSession.DeviceId(body) is { } named && named != deviceId)
        {
            return answers.Garbled(request.Path, "device-id-differs", ViidStatusCodes.JsonContent);
        }

        ReadClock(body);
        return null;
    }

    private void ReadClock(ViidDocument body)
    {
        var inside = body.Root.Children().FirstOrDefault(child => child.Kind == ViidKind.Object);
        if (ViidTime.Parse(inside["LocalTime"].Exists ? inside["LocalTime"] : body.Root["LocalTime"], context.Zone, out _) is { } time)
        {
            context.Watch.Clock(time - context.Time.GetUtcNow(), s_resolution);
        }
    }
}
