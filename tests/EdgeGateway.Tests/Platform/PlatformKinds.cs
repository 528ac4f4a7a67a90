using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Tests.Platform;

/// <summary>Every kind that the code can write, found in the assembly and not in a list.</summary>
internal static class PlatformKinds
{
    public static IReadOnlyDictionary<string, Type> All { get; } = new SortedDictionary<string, Type>(
        typeof(ReadingBody).Assembly.GetTypes().Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(ReadingBody))).ToDictionary(KindOf), StringComparer.Ordinal);

    private static string KindOf(Type body) => (string)body.GetField("KindName")!.GetRawConstantValue()!;
}
