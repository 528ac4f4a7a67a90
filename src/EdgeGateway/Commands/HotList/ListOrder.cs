using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Commands;

namespace EdgeGateway.Commands.HotList;

/// <summary>What a signed envelope says of the list beside it: <c>{ "list", "mode": "replace|put|remove", "sha256", "gateway" }</c>.</summary>
/// <param name="Origin">Which list.</param>
/// <param name="Mode">What is done with it.</param>
/// <param name="Sha256">SHA-256 over the bytes of the file, 64 lower-case hex digits.</param>
/// <param name="Gateway">The one gateway it is for; null for every one.</param>
internal sealed record ListOrder(string Origin, string Mode, string Sha256, string? Gateway)
{
    public const string CommandName = "hotlist.import";
    public const string Replace = "replace";
    public const string Put = "put";
    public const string Remove = "remove";

    /// <returns>Null when it cannot be one.</returns>
    public static ListOrder? Of(Command command)
    {
        JsonElement args = command.Args;
        string mode = args.Word("mode") ?? Replace;
        return HotListArguments.Origin(args) is { } origin && mode is (Replace or Put or Remove)
            && args.Word("sha256") is { Length: 64 } sha256
            ? new ListOrder(origin, mode, sha256, args.Word("gateway"))
            : null;
    }
}
