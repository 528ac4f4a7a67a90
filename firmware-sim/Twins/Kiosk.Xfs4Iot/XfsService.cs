using System.Text.Json.Nodes;
using EdgeGateway.Sim.Kiosks;

namespace EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

/// <summary>One part of the kiosk: its status, what it can do, and who listens.</summary>
/// <param name="form">What it is.</param>
/// <param name="profile">What is wrong with it.</param>
/// <param name="holders">Whose data its texts betray.</param>
/// <param name="told">Told of each client that has been given everything that it may ask for.</param>
internal sealed class XfsService(XfsForm form, XfsKioskProfile profile, HolderBook holders, Action<XfsService, XfsClient> told) : XfsDesk(form.Name, form.Interfaces)
{
    private const string Newest = "3.0";

    private readonly JsonObject _status = (JsonObject)form.Status.DeepClone();
    private readonly JsonObject? _storage = form.Storage?.DeepClone() as JsonObject;
    private long _statuses;
    private long _commands;

    /// <summary>Something is otherwise than before; everybody is told what.</summary>
    /// <param name="delta">As deep as the status, and nothing in it that is as it was.</param>
    public void Change(JsonObject delta)
    {
        lock (Pen)
        {
            Merge(_status, delta);
            Post(XfsText.Unsolicited("Common.StatusChangedEvent", profile.Old, (JsonObject)delta.DeepClone()));
        }
    }

    /// <summary>A unit of the storage is otherwise than before.</summary>
    public void Store(string unit, JsonObject status)
    {
        lock (Pen)
        {
            if (_storage?[unit]?["card"]?["status"] is JsonObject known)
            {
                Merge(known, status);
                Post(XfsText.Unsolicited("Storage.CountsChangedEvent", profile.Old, new JsonObject { [unit] = new JsonObject { ["card"] = known.DeepClone() } }));
            }
        }
    }

    /// <summary>Something happened.</summary>
    public void Say(string name, JsonObject? payload = null)
    {
        lock (Pen)
        {
            Post(XfsText.Unsolicited(name, profile.Old, payload));
        }
    }

    /// <summary>A message as it is, right or wrong.</summary>
    public void Blurt(byte[] message)
    {
        lock (Pen)
        {
            Post(message);
        }
    }

    public override string? Refusal(XfsCommand command) => IsDue(profile.BusyEvery, Interlocked.Increment(ref _commands)) ? "tooManyRequests" : null;

    public override TimeSpan Takes(XfsCommand command) => command.Name == "Common.Status" && IsDue(profile.SlowEvery, Interlocked.Increment(ref _statuses)) ? profile.SlowBy : TimeSpan.Zero;

    protected override XfsReply Reply(XfsCommand command)
    {
        if (command.Version is null)
        {
            return new(XfsEnd.Failed, XfsText.Completion(command, Version(Newest), "internalError", null, "The version is missing."));
        }

        if (!form.Versions(command.Name, profile.Old).Contains(command.Version))
        {
            return new(XfsEnd.WrongVersion, XfsText.Completion(command, Version(Newest), "unsupportedCommand", null, $"{command.Name} Command version ({command.Version}) is not supported by the service."));
        }

        return command.Name switch
        {
            "Common.Status" when IsDue(profile.RefuseEvery, Interlocked.Read(ref _statuses) + 1) => NotReady(command),
            "Common.Status" => Done(command, Newest, (JsonObject)_status.DeepClone()),
            "Common.Capabilities" => Done(command, Newest, form.Capabilities(profile.Old)),
            "Storage.GetStorage" => Done(command, "2.1", new JsonObject { ["storage"] = _storage?.DeepClone() }),
            _ => Done(command, Newest, new JsonObject()),
        };
    }

    protected override void Told(XfsCommand command, XfsEnd end, XfsClient client)
    {
        if (end != XfsEnd.Done)
        {
            return;
        }

        client.Learn(command.Name, form.Lessons);
        if (client.KnowsAll)
        {
            told(this, client);
        }
    }

    private XfsReply Done(XfsCommand command, string version, JsonObject payload) => new(XfsEnd.Done, XfsText.Completion(command, Version(version), "success", payload));

    private XfsReply NotReady(XfsCommand command)
    {
        long number = Interlocked.Read(ref _statuses);
        InventedHolder holder = holders.Of(number);
        return new(XfsEnd.Failed, XfsText.Completion(command, Version(Newest), "deviceNotReady", null, $"E0305 card of {holder.Labelled(number)} {holder.IdNumber} inside, call {holder.Mobile}"));
    }

    private string Version(string newest) => profile.Old ? "1.0" : newest;

    private static bool IsDue(int every, long number) => every > 0 && number % every == 0;

    private static void Merge(JsonObject into, JsonObject delta)
    {
        foreach ((string name, JsonNode? value) in delta)
        {
            if (value is JsonObject inner && into[name] is JsonObject known)
            {
                Merge(known, inner);
            }
            else
            {
                into[name] = value?.DeepClone();
            }
        }
    }
}
