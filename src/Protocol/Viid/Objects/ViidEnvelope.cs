using EdgeGateway.Protocol.Viid.Json;

namespace EdgeGateway.Protocol.Viid.Objects;

/// <summary>
/// Finds the objects of a body whatever its envelope: the list the document asks for, the list under the name that
/// notifications use, a single object where a list is due, and an object without any envelope (plate-camera.md sections 2.3 and 2.6).
/// </summary>
public static class ViidEnvelope
{
    /// <param name="root">Root of the body, or the value that holds a list inside it.</param>
    /// <param name="kind">For example <c>MotorVehicle</c>: then MotorVehicleListObject, MotorVehicleObjectList, MotorVehicleList and MotorVehicleObject are found.</param>
    /// <returns>Every object; none when there is no such envelope.</returns>
    public static IReadOnlyList<ViidValue> Objects(ViidValue root, string kind)
    {
        foreach (string list in Lists(kind))
        {
            if (root[list] is { Exists: true } found)
            {
                return Items(found, kind);
            }
        }

        return Single(root, kind);
    }

    /// <returns>True when the body has an envelope of this kind, be it empty.</returns>
    public static bool Has(ViidValue root, string kind) =>
        Lists(kind).Any(list => root[list].Exists) || root[kind + "Object"].Exists;

    private static string[] Lists(string kind) => [kind + "ListObject", kind + "ObjectList", kind + "List"];

    private static IReadOnlyList<ViidValue> Items(ViidValue list, string kind)
    {
        var inside = Single(list, kind);
        return inside.Count > 0 || list[kind + "Object"].Exists || list[kind].Exists ? inside : [.. list.Objects().Where(item => item.Children().Any())];
    }

    private static IReadOnlyList<ViidValue> Single(ViidValue parent, string kind)
    {
        var objects = parent[kind + "Object"];
        return [.. (objects.Exists ? objects : parent[kind]).Objects()];
    }
}
