using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Viid;
using EdgeGateway.Protocol.Viid.Objects;
using EdgeGateway.Protocol.Viid.Writing;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>Our subscription at a library below us (plate-camera.md section 2.7): motor vehicles, with their pictures.</summary>
public sealed class LibrarySubscription(LibraryLink link, ViidLibraryOptions options, DriverContext context)
{
    private const string Path = "/VIID/Subscribes";

    /// <summary>Where the library notifies.</summary>
    public const string Receive = "/VIID/SubscribeNotifications";

    public string Id { get; } = SubscriptionId.Of(options.OrganisationCode, context.Device, options.LibraryId);

    /// <summary>Makes it, or prolongs it.</summary>
    /// <param name="anew">True after a registration: the library may have forgotten it. False prolongs what is there.</param>
    /// <param name="ct">Stops the question.</param>
    /// <exception cref="DeviceFaultException">The library cannot be asked, or refuses.</exception>
    public async Task EnsureAsync(bool anew, CancellationToken ct)
    {
        var words = Words(ViidSubscribe.Subscribe);
        byte[] body = ViidWriter.Subscribes([words]);

        // Some libraries make by POST only what they do not have, others know no PUT: the second attempt is the other verb.
        var answer = await link.SendAsync(anew ? "POST" : "PUT", Path, body, ct).ConfigureAwait(false);
        if (!answer.Took(Id) && answer.Http is not (401 or 403))
        {
            answer = await link.SendAsync(anew ? "PUT" : "POST", Path, body, ct).ConfigureAwait(false);
        }

        if (!answer.Took(Id))
        {
            throw RegisterFault.Of(answer);
        }

        LibraryLog.Subscribed(context.Log, context.Device, words.EndTime!, words.ReceiveAddr!);
    }

    /// <summary>Ignores failures: without us to receive, it ends by itself at its EndTime.</summary>
    public async Task CancelAsync(CancellationToken ct)
    {
        try
        {
            await link.SendAsync("DELETE", $"{Path}?IDList={Id}", null, ct).ConfigureAwait(false);
        }
        catch (Exception error) when (error is DeviceFaultException or OperationCanceledException)
        {
            context.Watch.Fault(FaultKind.Unreachable, "subscription-not-cancelled");
        }
    }

    private ViidSubscribe Words(int operation)
    {
        var now = context.Time.GetUtcNow();
        return new ViidSubscribe
        {
            Id = Id,
            Title = "机动车",
            Detail = ViidSubscribe.MotorVehicles,
            ResourceUri = options.LibraryId,
            ResourceClass = 4,
            ApplicantName = options.DeviceId,
            ApplicantOrg = options.OrganisationCode,
            BeginTime = ViidTime.Write(now, context.Zone),
            EndTime = ViidTime.Write(now + options.Subscription, context.Zone),
            ReceiveAddr = new Uri(options.GatewayUrl!, Receive).AbsoluteUri,
            ReportInterval = 1,
            Reason = "卡口",
            OperateType = operation,
            Status = 0,
            ResultImageDeclare = "01,02,08,09,14,100",
            ResultFeatureDeclare = "-1",
        };
    }
}
