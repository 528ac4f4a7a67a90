using EdgeGateway.Sim.Http;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Viid;

namespace EdgeGateway.Sim.Twins.PlateLibrary.Viid;

/// <summary>
/// One SubscribeNotification with its vehicles, to the ReceiveAddr of the subscription that is active (plate-camera.md
/// section 2.7). Repeats carry the same NotificationID: it is made of the first vehicle.
/// </summary>
public sealed class LibraryNotice(ViidProfile profile, ViidSession session, SubscriptionDesk desk) : IViidPost
{
    public async Task<IReadOnlyList<string?>> SendAsync(IReadOnlyList<ViidStatement> vehicles, CancellationToken ct)
    {
        bool ready = session.IsRegistered || await session.RegisterAsync(ct).ConfigureAwait(false);
        if (!ready || desk.Active is not { } subscription)
        {
            return [.. vehicles.Select(_ => (string?)null)];
        }

        string id = IdOf(vehicles[0]);
        CallAnswer? answer = await session.PostAsync(subscription.ReceiveAddr.PathAndQuery, Body(id, subscription, vehicles), ct).ConfigureAwait(false);
        if (answer is { Status: 401 })
        {
            session.Forget();
        }

        return [.. vehicles.Select(_ => Word(answer, id))];
    }

    public async Task SendUnfinishedAsync(IReadOnlyList<ViidStatement> vehicles, CancellationToken ct)
    {
        if (session.IsRegistered && desk.Active is { } subscription)
        {
            byte[] whole = Body(IdOf(vehicles[0]), subscription, vehicles);
            await session.PostAsync(subscription.ReceiveAddr.PathAndQuery, whole[..(whole.Length * 2 / 3)], ct).ConfigureAwait(false);
        }
    }

    /// <summary>The bytes of the notification.</summary>
    public byte[] Body(string id, LibrarySubscription subscription, IReadOnlyList<ViidStatement> vehicles)
    {
        ViidText text = new ViidText(profile).Open().Open("SubscribeNotificationListObject").OpenList("SubscribeNotificationObject").Open()
            .Add("NotificationID", id)
            .Add("SubscribeID", subscription.Id)
            .Add("Title", "车辆")
            .Add("TriggerTime", ViidIds.Time(vehicles[0].Truth.Time))
            .Add("InfoIDs", string.Join(',', vehicles.Select(one => one.Id)))
            .Add("ExecuteOperation", 1)
            .Open("MotorVehicleObjectList").OpenList("MotorVehicleObject");
        foreach (ViidStatement vehicle in vehicles)
        {
            text.Raw(vehicle.Json);
        }

        return ViidText.Bytes(text.CloseList().Close().Close().CloseList().Close().Close().ToString(), profile.Charset);
    }

    public string IdOf(ViidStatement first) => ViidIds.Business(profile.DeviceId[..12], "04", first.Truth.Time, first.Passage.Index);

    private static string? Word(CallAnswer? answer, string id)
    {
        if (answer is null)
        {
            return null;
        }

        var statuses = ViidStatuses.Read(answer.Body);
        return (answer.Status, statuses.Of(id) ?? statuses.Single) switch
        {
            (200, 0) => TruthLine.Ok,
            (200, { } code) => FormattableString.Invariant($"status {code}"),
            (200, null) => "no status",
            _ => FormattableString.Invariant($"{answer.Status}"),
        };
    }
}
