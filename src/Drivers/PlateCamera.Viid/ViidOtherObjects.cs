using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Viid;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>What is no passage of a vehicle. Devices, checkpoints and lanes are welcome and not kept; people are not taken, and nothing of them is kept.</summary>
internal sealed class ViidOtherObjects(DriverContext context, ViidPeople policy, ViidAnswers answers)
{
    /// <summary>Objects that are people, or carry their pictures.</summary>
    public static readonly IReadOnlyList<string> People = ["Person", "Face", "NonMotorVehicle"];

    private static readonly (string Resource, string Kind, string Id)[] s_known =
    [
        ("APEs", "APE", "ApeID"),
        ("APSs", "APS", "ApsID"),
        ("Tollgates", "Tollgate", "TollgateID"),
        ("Lanes", "Lane", "LaneId"),
        ("Persons", "Person", "PersonID"),
        ("Faces", "Face", "FaceID"),
        ("NonMotorVehicles", "NonMotorVehicle", "NonMotorVehicleID"),
    ];

    /// <returns>Null when the resource is not known here.</returns>
    public InboxAnswer? Answer(ViidPath path, InboxRequest request)
    {
        var (resource, kind, id) = s_known.FirstOrDefault(one => path.Is(one.Resource));
        if (resource is null)
        {
            return null;
        }

        if (answers.Read(request, out var refusal) is not { } document)
        {
            return refusal;
        }

        int code = Verdict(kind);
        var found = ViidEnvelope.Objects(document.Root, kind);
        return found.Count == 0
            ? answers.One(200, request.Path, code)
            : answers.Many(200, request.Path, found.Select(one => (one[id].Text, code)));
    }

    private int Verdict(string kind)
    {
        if (!People.Contains(kind))
        {
            return ViidStatusCodes.Ok;
        }

        context.Watch.Fault(FaultKind.Unsupported, "people-not-taken");
        return policy == ViidPeople.Refuse ? ViidStatusCodes.InvalidOperation : ViidStatusCodes.Ok;
    }
}
