import { authOptions } from "@/server/accounts/auth-options";
import NextAuth from "next-auth";
import type { NextRequest } from "next/server";

const handler = (
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> => NextAuth(request, context, authOptions());

export { handler as GET, handler as POST };
