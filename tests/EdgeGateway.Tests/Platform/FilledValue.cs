using System.Runtime.CompilerServices;

namespace EdgeGateway.Tests.Platform;

/// <summary>A record of which every member has a value: the most that the code can ever write of it.</summary>
internal static class FilledValue
{
    private const string AnyText = "2026-11-22T03:32:00.120Z";

    public static object Of(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type == typeof(string) ? AnyText
            : type == typeof(bool) ? true
            : type == typeof(int) ? 7
            : type == typeof(long) ? 5_000_000_000
            : type == typeof(double) || type == typeof(object) ? 1.5
            : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 11, 22, 11, 32, 0, TimeSpan.FromHours(8))
            : type.IsArray ? FilledArray(type.GetElementType()!)
            : type.IsGenericType ? Container(type.GetGenericArguments())
            : Record(type);
    }

    private static object Container(Type[] arguments)
    {
        if (arguments.Length == 1)
        {
            return FilledArray(arguments[0]);
        }

        var filled = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        filled["any"] = Of(arguments[1]);
        return filled;
    }

    private static Array FilledArray(Type element)
    {
        var filled = Array.CreateInstance(element, 1);
        filled.SetValue(Of(element), 0);
        return filled;
    }

    private static object Record(Type type)
    {
        object made = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var member in type.GetProperties().Where(static member => member.CanWrite))
        {
            member.SetValue(made, Of(member.PropertyType));
        }

        return made;
    }
}
